namespace NtmServerless.Functions.Post;

/// <summary>Addresses of a unit, each a line.</summary>
public sealed record ContactsForm(string? Emails, string? Phones)
{
    private const int Most = 5;
    private const int LongestText = 2_000;

    /// <exception cref="InvalidInputException">With every line that is no address.</exception>
    public UnitContacts Check(string unitId)
    {
        Checks checks = new();
        UnitContacts contacts = new(
            unitId, Lines(checks, "emails", Emails, "email", t => MailAddress.Read(t)?.Address), Lines(checks, "phones", Phones, "phone-line", VietnamesePhone.Read));
        checks.ThrowIfAny();
        return contacts;
    }

    private static string[] Lines(Checks checks, string field, string? text, string code, Func<string, string?> read)
    {
        List<string> found = [];
        foreach (string line in (checks.Paragraphs(field, text, LongestText) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (read(line) is { } address) found.Add(address);
            else checks.Fail(field, code, ("line", line));
        }

        string[] once = [.. found.Distinct(StringComparer.OrdinalIgnoreCase)];
        checks.Require(once.Length <= Most, field, "too-many-addresses", ("most", Most));
        return once;
    }
}

/// <summary>Which entries of the inbox were read: some by id, or all that are there.</summary>
public sealed record ReadForm(IReadOnlyList<string>? Ids, bool? All)
{
    private const int Most = 200;

    public void Check()
    {
        Checks checks = new();
        checks.Require(All == true || Ids is { Count: > 0 }, "ids", "required");
        checks.Require(Ids is null || Ids.Count <= Most, "ids", "too-many-addresses", ("most", Most));
        checks.ThrowIfAny();
    }
}
