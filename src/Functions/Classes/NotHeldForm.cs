namespace NtmServerless.Functions.Classes;

/// <summary>Why a class did not take place, and whether it is to be held on other days.</summary>
public sealed record NotHeldForm(string? Reason, bool? NewDates)
{
    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public (string Reason, bool NewDates) Check()
    {
        Checks checks = new();
        string reason = checks.RequiredParagraphs("reason", Reason, 1_000);
        bool newDates = checks.Value("newDates", NewDates);
        checks.ThrowIfAny();
        return (reason, newDates);
    }
}
