using System.Globalization;

namespace NtmServerless.Storage.Classes;

/// <summary>Row keys in the partition of a class (table Classes, partition = class id).</summary>
internal static class ClassKeys
{
    /// <summary>The class itself, head of all its records.</summary>
    public const string Head = "class";

    /// <summary>Content hash of the submission that founded the class.</summary>
    public const string Founding = "founding";

    public const string Registrations = "reg-";
    public const string Persons = "person-";
    public const string Attendance = "att-";
    public const string Evidence = "evid-";
    public const string SheetReadings = "sheet-";
    public const string Reports = "report-";
    public const string Notices = "notice-";
    public const string Tellings = "told-";
    public const string AuditEntries = "audit-";
    public const string Outbox = OutboxRows.Prefix;
    public const string Submissions = "key-";

    public static string Registration(string code) => Registrations + Key.Checked(code);

    /// <summary>Holds the code of the active registration of a person, so that there is one.</summary>
    public static string Person(string personKey) => Persons + personKey;

    /// <summary>A confirmed namesake stands beside the first.</summary>
    public static string Namesake(string personKey, string code) => $"{Persons}{personKey}-{code}";

    public static string Submission(string idempotencyKey) => Submissions + Key.Hash(idempotencyKey);

    public static string Session(int number) => $"{Attendance}{number:00}";

    public static string SheetReading(int session) => $"{SheetReadings}{session:00}";

    public static string File(EvidenceKind kind, string sha256) => $"{Evidence}{kind}-{sha256}".ToLowerInvariant();

    public static string Report(int revision) => $"{Reports}{revision:000}";

    /// <summary>The notices that a change of the class told.</summary>
    public static string NoticesOf(long version) => $"{Notices}{version:0000000000}-";

    public static Posting Posting(TrainingClass c, long version, DateTimeOffset at, IReadOnlyList<Notice> notices) =>
        new(c.PlanId, new PostSubject(PostSubjectKind.Class, c.Id), $"class/{c.Id}/{version}", at, notices, version);

    public static string Notice(long version, int index) => $"{NoticesOf(version)}{index:00}";

    /// <summary>Whom officers told of one notice.</summary>
    public static string Telling(string noticeId) => Tellings + Key.Checked(noticeId);

    /// <summary>A notice under its id; of several in one change each has its own.</summary>
    public static KeptNotice Kept(long version, int index, Notice notice, DateTimeOffset at) => new(Notice(version, index)[Notices.Length..], notice, at);

    /// <summary>The posting that a notice of the history went with, and its place there.</summary>
    public static (Posting Posting, int Place) PostingOf(TrainingClass c, KeptNotice kept)
    {
        string[] parts = kept.Id.Split('-');
        return (Posting(c, long.Parse(parts[0], CultureInfo.InvariantCulture), kept.At, []), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public static string Audit(long version) => $"{AuditEntries}{version:0000000000}";

    public static string Out(long version) => $"{Outbox}{version:0000000000}";
}
