namespace NtmServerless.Pages.SystemStatus;

/// <summary>How the system is, for the administrator.</summary>
/// <param name="Machine">What the clock of the machine says; business time stands in the frame.</param>
/// <param name="Failed">Workflows that failed, newest first; null: they could not be asked for.</param>
public sealed record StatusView(
    string Version, string Commit, StorageState Storage, DateTimeOffset Machine, PostState? Post, IReadOnlyList<FailedWorkflow>? Failed,
    IReadOnlyList<DamagedRecord> Damaged, DiskState? Disk);

/// <summary>The storage of the records as it answered just now, and since the app started.</summary>
/// <param name="Milliseconds">How long it took to answer; null: it did not.</param>
/// <param name="Unpublished">Changes that are committed, of which lists and workflows do not know yet.</param>
public sealed record StorageState(int? Milliseconds, long Requests, long Failures, int Unpublished);

/// <summary>Messages of the plan that leave the house.</summary>
public sealed record PostState(bool IsOff, int Waiting, int Refused);

/// <summary>A workflow that failed.</summary>
public sealed record FailedWorkflow(string InstanceId, DateTimeOffset At);

/// <summary>A row that cannot be read.</summary>
public sealed record DamagedRecord(string Table, string Partition, string Row, string Kind, string? Place);

/// <summary>Room on the disk where files are received, and on one PC all data stands.</summary>
public sealed record DiskState(long FreeBytes, long TotalBytes)
{
    // Below this a week of uploads may fill it.
    private const long Little = 2_000_000_000;

    public bool IsShort => FreeBytes < Little;

    public double FreeGigabytes => Math.Round(FreeBytes / 1e9, 1);
}
