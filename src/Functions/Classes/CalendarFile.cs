using System.Globalization;
using System.Text;

namespace NtmServerless.Functions.Classes;

/// <summary>
/// The sessions of a class for a phone's calendar (RFC 5545): one event a session under an id that stays, so that new dates
/// move the event and a class called off takes it away.
/// </summary>
public static class CalendarFile
{
    // RFC 5545, 3.1: octets a line, without its end.
    private const int LineLimit = 75;

    public static string Write(ClassOfPlan of, VietnameseTexts texts, DateTimeOffset now)
    {
        StringBuilder file = new();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//NtmServerless//Lop tap huan//VI");
        Line(file, "METHOD:PUBLISH");
        foreach (Session session in of.Class.Sessions) Event(file, of, session, texts, now);
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static void Event(StringBuilder file, ClassOfPlan of, Session session, VietnameseTexts texts, DateTimeOffset now)
    {
        TrainingClass c = of.Class;
        bool off = c.Stage is ClassStage.Cancelled or ClassStage.Postponed && session.Number > c.HeldSessions;
        // Each change of dates counts two: one for taking them off, one for the new ones.
        int sequence = 2 * c.TimesPostponed + (c.Stage is ClassStage.Cancelled or ClassStage.Postponed ? 1 : 0);
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{c.Id}-{session.Number}@{c.PlanId}.ntm-serverless");
        Line(file, $"DTSTAMP:{Moment(now)}");
        Line(file, $"SEQUENCE:{sequence}");
        Line(file, $"DTSTART:{Moment(session.StartsAt)}");
        Line(file, $"DTEND:{Moment(session.EndsAt)}");
        Line(file, $"STATUS:{(off ? "CANCELLED" : "CONFIRMED")}");
        Line(file, "SUMMARY:" + Escape(texts["public.calendar-title", ("title", of.Title), ("session", session.Number)]));
        Line(file, "LOCATION:" + Escape(c.Announcement!.Venue));
        if (of.Topics.Any()) Line(file, "DESCRIPTION:" + Escape(string.Join('\n', of.Topics)));
        if (!off && IsFirstOfItsDay(c, session)) Alarm(file, of, session, texts);
        Line(file, "END:VEVENT");
    }

    private static bool IsFirstOfItsDay(TrainingClass c, Session session) =>
        c.Sessions.All(s => s.StartsAt >= session.StartsAt || VietnamTime.DateOf(s.StartsAt) != VietnamTime.DateOf(session.StartsAt));

    // A phone is silent about what comes from a file unless the file says when to ring: a day before.
    private static void Alarm(StringBuilder file, ClassOfPlan of, Session session, VietnameseTexts texts)
    {
        Line(file, "BEGIN:VALARM");
        Line(file, "ACTION:DISPLAY");
        Line(file, "TRIGGER:-P1D");
        Line(file, "DESCRIPTION:" + Escape(texts["public.calendar-alarm", ("title", of.Title), ("span", Vietnamese.Span(session.StartsAt, session.EndsAt))]));
        Line(file, "END:VALARM");
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // RFC 5545, 3.3.11; nothing else that ends a line anywhere may stand in a text.
    private static string Escape(string text) => string.Concat(text.Select(c => c switch
    {
        '\\' or ';' or ',' => "\\" + c,
        '\n' => "\\n",
        _ when char.IsControl(c) || c is '\u2028' or '\u2029' => "",
        _ => c.ToString(),
    }));

    // Folded between characters, never within the octets of one.
    private static void Line(StringBuilder file, string text)
    {
        int octets = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineLimit)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
