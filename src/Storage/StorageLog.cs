using Microsoft.Extensions.Logging;

namespace NtmServerless.Storage;

/// <summary>What the records say of themselves (events 500 to 599). Ids and keys only: nothing of what stands in a record.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 500, Level = LogLevel.Error, Message = "Damaged record: table {Table}, partition {Partition}, row {Row} holds no {Kind} that this version can read ({Place})")]
    public static partial void RecordDamaged(ILogger log, string table, string partition, string row, string kind, string place);

    [LoggerMessage(EventId = 510, Level = LogLevel.Warning, Message = "Class {ClassId} is changed but not published; its outbox row stands and is tried again: {Trace}")]
    public static partial void ClassNotPublished(ILogger log, ClassId classId, string trace);

    [LoggerMessage(EventId = 511, Level = LogLevel.Warning, Message = "Earlier changes of class {ClassId} are not published; their outbox rows stand and are tried again: {Trace}")]
    public static partial void ClassNotSwept(ILogger log, ClassId classId, string trace);

    [LoggerMessage(EventId = 512, Level = LogLevel.Warning, Message = "Class {ClassId} is founded but not published; its outbox row stands and is tried again: {Trace}")]
    public static partial void FoundingNotPublished(ILogger log, ClassId classId, string trace);

    [LoggerMessage(EventId = 513, Level = LogLevel.Warning, Message = "A refusal in class {ClassId} could not be kept for its repeat; it stands all the same: {Trace}")]
    public static partial void RefusalNotKept(ILogger log, ClassId classId, string trace);

    [LoggerMessage(EventId = 514, Level = LogLevel.Warning, Message = "Whether a command of class {ClassId} was answered before could not be seen; its refusal stands: {Trace}")]
    public static partial void AnswerNotSeen(ILogger log, ClassId classId, string trace);

    [LoggerMessage(EventId = 520, Level = LogLevel.Warning, Message = "Notices of plan {PlanId} are committed but not posted; their outbox row stands and is tried again: {Trace}")]
    public static partial void NoticesNotPosted(ILogger log, string planId, string trace);

    [LoggerMessage(EventId = 521, Level = LogLevel.Warning, Message = "Earlier notices of plan {PlanId} are not posted; their outbox rows stand and are tried again: {Trace}")]
    public static partial void EarlierNoticesNotPosted(ILogger log, string planId, string trace);

    [LoggerMessage(EventId = 530, Level = LogLevel.Warning, Message = "What is open in table {Table}, partition {Partition}, could not be published (attempt {Attempt}) and stays open: {Trace}")]
    public static partial void StillOpen(ILogger log, string table, string partition, int attempt, string trace);

    [LoggerMessage(EventId = 531, Level = LogLevel.Warning, Message = "{What} in table {Table}, partition {Partition}, is changed, but what follows from it failed and is tried again: {Trace}")]
    public static partial void Owed(ILogger log, string what, string table, string partition, string trace);
}
