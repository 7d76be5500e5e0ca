namespace NtmServerless.Domain.Evidence;

/// <summary>One person whose signature and mark do not agree. The paper is the authority.</summary>
/// <param name="Mark">Null when nothing was marked.</param>
/// <param name="Note">Why it stays so; null while nobody has said.</param>
public sealed record SignatureDifference(string Code, bool HasSigned, Mark? Mark, string? Note)
{
    /// <summary>The mark that would agree with the paper.</summary>
    public Mark Right => HasSigned ? Attendance.Mark.Present : Attendance.Mark.Absent;
}
