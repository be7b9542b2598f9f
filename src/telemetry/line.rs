//! An event as a line of the log. By hand, since there is one a request and general formatting of it shows in what that costs.

use std::fmt;

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

use crate::config::LogFormat;

/// Writes an event's moment, level, message and fields:
/// `2026-11-25T14:08:24.123456Z  INFO request method="GET" status=200`, or
/// `{"timestamp":"2026-11-25T14:08:24.123456Z","level":"INFO","message":"request","method":"GET","status":200}`.
pub(super) struct Lines(pub(super) LogFormat);

impl<S, N> FormatEvent<S, N> for Lines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, _: &FmtContext<'_, S, N>, mut out: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        let level = event.metadata().level();
        if self.0 == LogFormat::Json {
            out.write_str("{\"timestamp\":\"")?;
            SystemTime.format_time(&mut out)?;
            out.write_str("\",\"level\":\"")?;
            out.write_str(level.as_str())?;
            out.write_str("\"")?;
        } else {
            SystemTime.format_time(&mut out)?;
            write!(out, " {:>5}", level.as_str())?;
        }
        let mut fields = Fields {
            out,
            format: self.0,
            written: Ok(()),
        };
        event.record(&mut fields);
        fields.written?;
        fields
            .out
            .write_str(if self.0 == LogFormat::Json { "}\n" } else { "\n" })
    }
}

/// The fields of an event on their way into its line; the message comes first.
struct Fields<'w> {
    out: Writer<'w>,
    format: LogFormat,
    written: fmt::Result,
}

impl Fields<'_> {
    fn put(&mut self, field: &Field, write: impl FnOnce(&mut Writer<'_>, LogFormat) -> fmt::Result) {
        if self.written.is_ok() {
            let name = field.name();
            let out = &mut self.out;
            let named = match self.format {
                LogFormat::Json => [",\"", name, "\":"],
                LogFormat::Human if name == "message" => [" ", "", ""],
                LogFormat::Human => [" ", name, "="],
            };
            self.written = named
                .into_iter()
                .try_for_each(|part| out.write_str(part))
                .and_then(|()| write(out, self.format));
        }
    }
}

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, |out, format| write_text(out, format, value));
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, |out, _| write!(out, "{value}"));
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, |out, _| write!(out, "{value}"));
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.put(field, |out, _| write!(out, "{value}"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.put(field, |out, format| match format {
            LogFormat::Json => write_text(out, format, &format!("{value:?}")),
            LogFormat::Human => write!(out, "{value:?}"),
        });
    }
}

/// A text in quotes; whatever could end it or its line is escaped.
fn write_text(out: &mut Writer<'_>, format: LogFormat, text: &str) -> fmt::Result {
    if text
        .bytes()
        .all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\')
    {
        out.write_char('"')?;
        out.write_str(text)?;
        out.write_char('"')
    } else if format == LogFormat::Json {
        out.write_str(&serde_json::to_string(text).unwrap_or_default())
    } else {
        write!(out, "{text:?}")
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use tracing_subscriber::fmt::MakeWriter;

    use super::*;

    #[derive(Clone, Default)]
    struct Page(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Page {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl<'a> MakeWriter<'a> for Page {
        type Writer = Self;

        fn make_writer(&'a self) -> Self {
            self.clone()
        }
    }

    /// The line of one event without its timestamp, which has 27 characters.
    fn line(format: LogFormat) -> String {
        let page = Page::default();
        let subscriber = tracing_subscriber::fmt()
            .with_writer(page.clone())
            .event_format(Lines(format))
            .finish();
        tracing::subscriber::with_default(subscriber, || {
            let (key, none) = (Some("0a1b"), None::<&str>);
            tracing::warn!(
                route = "/v1/\"x\"\n\u{85}",
                status = 200_u16,
                less = -1,
                key,
                none,
                ok = true,
                "two words"
            );
        });
        let bytes = page.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_line_for_people_keeps_to_its_line() {
        let line = line(LogFormat::Human);
        let (timestamp, rest) = line.split_at(27);
        assert!(timestamp.starts_with("20") && timestamp.ends_with('Z'), "{line}");
        assert_eq!(
            rest,
            "  WARN two words route=\"/v1/\\\"x\\\"\\n\\u{85}\" status=200 less=-1 key=\"0a1b\" ok=true\n"
        );
    }

    #[test]
    fn a_line_for_programs_is_an_object() {
        let line = line(LogFormat::Json);
        assert_eq!(line.matches('\n').count(), 1);
        let mut event: serde_json::Value = serde_json::from_str(&line).unwrap();
        let timestamp = event.as_object_mut().unwrap().remove("timestamp").unwrap();
        assert_eq!(timestamp.as_str().unwrap().len(), 27);
        assert_eq!(
            event,
            serde_json::json!({
                "level": "WARN", "message": "two words", "route": "/v1/\"x\"\n\u{85}", "status": 200, "less": -1, "key": "0a1b", "ok": true,
            })
        );
    }
}
