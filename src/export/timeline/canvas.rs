//! The marks of which the picture is made, as SVG. Places are whole units: what a pixel is at the picture's own width.

use std::fmt::{Display, Write};

use super::lettering::escape;

/// Half the width of the marks that stand for a moment or a status.
pub(super) const MARK: i32 = 7;

/// The SVG so far.
#[derive(Debug, Default)]
pub(super) struct Canvas(pub(super) String);

/// Where a text is held.
#[derive(Clone, Copy, Debug)]
pub(super) enum Held {
    Start,
    Middle,
}

impl Canvas {
    /// A line of text on its baseline.
    pub(super) fn text(&mut self, class: &str, held: Held, x: i32, y: i32, text: &str) {
        let held = match held {
            Held::Start => "",
            Held::Middle => " c",
        };
        self.write(format_args!(r#"<text class="{class}{held}" x="{x}" y="{y}">"#));
        escape(text, &mut self.0);
        self.0.push_str("</text>");
    }

    /// A rectangle with rounded corners.
    pub(super) fn block(&mut self, class: &str, x: i32, y: i32, width: i32, height: i32, corner: i32) {
        self.write(format_args!(
            r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="{height}" rx="{corner}"/>"#
        ));
    }

    /// A path; none where nothing is drawn.
    pub(super) fn path(&mut self, class: &str, path: impl Display) {
        self.write(format_args!(r#"<path class="{class}" d="{path}"/>"#));
    }

    /// A circle around a point.
    pub(super) fn disc(&mut self, class: &str, x: i32, y: i32, radius: i32) {
        self.write(format_args!(
            r#"<circle class="{class}" cx="{x}" cy="{y}" r="{radius}"/>"#
        ));
    }

    /// The mark of a best moment.
    pub(super) fn diamond(&mut self, x: i32, y: i32) {
        let top = y - MARK;
        self.path(
            "best",
            format_args!("M{x} {top}l{MARK} {MARK}-{MARK} {MARK}-{MARK}-{MARK}z"),
        );
    }

    /// The mark of the moment to act, where that is another.
    pub(super) fn pointer(&mut self, x: i32, y: i32) {
        let (left, top) = (x - MARK + 2, y - MARK);
        self.path("best", format_args!("M{left} {top}l11 {MARK}-11 {MARK}z"));
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        // A String takes all that is written to it.
        let _ = self.0.write_fmt(text);
    }
}
