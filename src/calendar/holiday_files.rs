pub(super) static HOLIDAY_FILES: [(&str, &str); 1] = [("DE", include_str!("holidays/DE.txt"))];
