namespace NtmServerless.Functions.Post;

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
