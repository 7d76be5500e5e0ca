namespace NtmServerless.Storage.Post;

/// <summary>Row keys in the post of a plan (table Post, partition = plan id). Later batches sort first.</summary>
internal static class PostKeys
{
    public const string Messages = "msg-";
    public const string Contacts = "contact-";
    public const string Settings = "words-";

    /// <summary>The same commit always makes the same batch.</summary>
    public static string Batch(Posting posting) => $"{Reverse(posting.At)}-{Key.Hash($"{posting.PlanId}|{posting.Source}")[..16]}";

    /// <summary>The id of an entry that tells of a message given up.</summary>
    public static string Failure(string messageId, DateTimeOffset now) => $"{Reverse(now)}-{Key.Hash(messageId)[..16]}-00";

    public static string Notice(string batch, int place) => $"note-{batch}-{place:00}";

    // No unit's id has an underscore, so that none is the beginning of another.
    public static string Inbox(string unitId) => $"in-{Key.Checked(unitId)}_";

    public static string Entry(string unitId, string id) => Inbox(unitId) + Key.Checked(id);

    public static string Message(string id) => Messages + Key.Checked(id);

    public static string BatchMessages(string batch) => $"{Messages}{Key.Checked(batch)}-";

    public static string NoticeMessages(string batch, int place) => $"{BatchMessages(batch)}{place:00}-";

    public static string Setting(NoticeKind kind) => $"{Settings}{kind}";

    public static string Contact(string unitId) => Contacts + Key.Checked(unitId);

    private static string Reverse(DateTimeOffset moment) => $"{DateTimeOffset.MaxValue.UtcTicks - moment.UtcTicks:0000000000000000000}";
}
