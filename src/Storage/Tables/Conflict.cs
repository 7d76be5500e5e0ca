using Azure;

namespace NtmServerless.Storage.Tables;

/// <summary>Reads what a refused write means.</summary>
internal static class Conflict
{
    /// <summary>Somebody else wrote the row since it was read.</summary>
    public static bool IsStale(RequestFailedException e) => e.Status == 412;

    /// <summary>A row that should be new is there already.</summary>
    public static bool IsDuplicate(RequestFailedException e) => e.Status == 409;

    /// <summary>The row is not there (any more).</summary>
    public static bool IsMissing(RequestFailedException e) => e.Status == 404;
}
