namespace NtmServerless.Pages.Registrations;

/// <summary>Which people of a class an officer wants to see.</summary>
public sealed record RosterFilter(string? Text = null, string? UnitId = null, RegistrationStatus? Status = null, Audience? Audience = null)
{
    /// <summary>Names of the fields in the address.</summary>
    public const string OfText = PersonFilter.Words, OfUnit = "xa", OfStatus = "tinh-trang", OfAudience = "thanh-phan";

    /// <summary>Those who have a seat, those who wait in their order, those who cancelled, those who came by themselves.</summary>
    public IReadOnlyList<Registration> Of(IEnumerable<Registration> people)
    {
        string[] words = Folding.Fold(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. people
            .Where(r => (UnitId is null || r.Applicant.UnitId == UnitId) && (Status is null || r.Status == Status)
                && (Audience is null || r.Applicant.Audience == Audience) && Matches(r, words))
            .OrderBy(r => r.Status).ThenBy(r => r.Sequence)];
    }

    private static bool Matches(Registration r, string[] words)
    {
        if (words.Length == 0) return true;
        string all = Folding.Fold($"{r.Applicant.FullName} {r.Applicant.Village} {r.Applicant.Organisation} {r.Applicant.BirthYear} {r.Code}");
        return words.All(w => all.Contains(w, StringComparison.Ordinal));
    }
}
