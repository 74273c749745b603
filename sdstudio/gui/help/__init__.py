"""What explains the app and helps to mend it: keys, the log, diagnostics, licences."""
