"""The program around the coach: it translates between platforms and `core`, and runs. No rule of coaching lives here."""
