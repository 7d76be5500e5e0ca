using System.Globalization;
using System.Text;

namespace NtmServerless.Functions.Calendars;

/// <summary>Writes a calendar as RFC 5545 wants it: lines folded, texts escaped, moments in UTC.</summary>
public sealed class CalendarText
{
    // RFC 5545, 3.1: octets a line, without its end.
    private const int LineLimit = 75;

    private readonly StringBuilder _file = new();

    public CalendarText(params IEnumerable<(string Name, string Value)> properties)
    {
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//NtmServerless//Lop tap huan//VI");
        Line("METHOD:PUBLISH");
        foreach ((string name, string value) in properties) Line($"{name}:{Escape(value)}");
    }

    /// <param name="id">Stays the same whatever changes.</param>
    /// <param name="sequence">Grows with each change of dates.</param>
    /// <param name="off">It does not take place: calendars take it away.</param>
    public void Begin(string id, DateTimeOffset stamp, int sequence = 0, bool off = false)
    {
        Line("BEGIN:VEVENT");
        Line($"UID:{id}.ntm-serverless");
        Line($"DTSTAMP:{Moment(stamp)}");
        Line($"SEQUENCE:{sequence}");
        Line($"STATUS:{(off ? "CANCELLED" : "CONFIRMED")}");
    }

    public void Span(DateTimeOffset from, DateTimeOffset to)
    {
        Line($"DTSTART:{Moment(from)}");
        Line($"DTEND:{Moment(to)}");
    }

    /// <summary>Whole days, the last one included.</summary>
    public void Days(DateOnly first, DateOnly last)
    {
        Line($"DTSTART;VALUE=DATE:{Day(first)}");
        Line($"DTEND;VALUE=DATE:{Day(last.AddDays(1))}");
    }

    /// <summary>A moment until which something is done: it takes nobody's time.</summary>
    public void Until(DateTimeOffset moment)
    {
        Line($"DTSTART:{Moment(moment)}");
        Line("TRANSP:TRANSPARENT");
    }

    /// <param name="name">As RFC 5545 calls it: SUMMARY, LOCATION, DESCRIPTION.</param>
    public void Text(string name, string value) => Line($"{name}:{Escape(value)}");

    /// <summary>A phone is silent about what comes from a file unless the file says when to ring: a day before.</summary>
    public void Alarm(string words)
    {
        Line("BEGIN:VALARM");
        Line("ACTION:DISPLAY");
        Line("TRIGGER:-P1D");
        Text("DESCRIPTION", words);
        Line("END:VALARM");
    }

    public void End() => Line("END:VEVENT");

    /// <summary>The whole file; nothing is added after it.</summary>
    public string Whole()
    {
        Line("END:VCALENDAR");
        return _file.ToString();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // RFC 5545, 3.3.11; nothing else that ends a line anywhere may stand in a text.
    private static string Escape(string text) => string.Concat(text.Select(c => c switch
    {
        '\\' or ';' or ',' => "\\" + c,
        '\n' => "\\n",
        _ when char.IsControl(c) || c is '\u2028' or '\u2029' => "",
        _ => c.ToString(),
    }));

    // Folded between characters, never within the octets of one.
    private void Line(string text)
    {
        int octets = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineLimit)
            {
                _file.Append("\r\n ");
                octets = 1;
            }

            _file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _file.Append("\r\n");
    }
}
