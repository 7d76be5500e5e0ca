namespace NtmServerless.Domain.Evidence;

/// <summary>Who signed on the paper of one session, as an officer read it person by person.</summary>
/// <param name="Signers">Registration codes of those whose signature is on the paper.</param>
/// <param name="Notes">Why paper and tap differ, by registration code; kept only while they do.</param>
/// <param name="ByUnitId">The unit that read the paper.</param>
public sealed record SheetReading(
    int Session, IReadOnlyList<string> Signers, IReadOnlyDictionary<string, string> Notes, string ByUnitId, DateTimeOffset ReadAt)
{
    /// <summary>Everybody whose paper and tap do not agree, by code.</summary>
    public IReadOnlyList<SignatureDifference> Differences(AttendanceSheet taken)
    {
        HashSet<string> signers = [.. Signers];
        string[] present = [.. taken.Marks.Where(m => m.Value == Mark.Present).Select(m => m.Key)];
        return
        [
            .. from code in signers.Union(present).Order(StringComparer.Ordinal)
               where !signers.Contains(code) || !present.Contains(code)
               select new SignatureDifference(
                   code, signers.Contains(code), taken.Marks.TryGetValue(code, out Mark mark) ? mark : null, Notes.GetValueOrDefault(code)),
        ];
    }
}

/// <summary>One person whose signature and mark do not agree. The paper is the authority.</summary>
/// <param name="Mark">Null when nothing was marked.</param>
/// <param name="Note">Why it stays so; null while nobody has said.</param>
public sealed record SignatureDifference(string Code, bool HasSigned, Mark? Mark, string? Note)
{
    /// <summary>The mark that would agree with the paper.</summary>
    public Mark Right => HasSigned ? Attendance.Mark.Present : Attendance.Mark.Absent;
}
