namespace NtmServerless.Functions.Hosting;

/// <summary>A request whose form is one sentence.</summary>
public sealed record ReasonForm(string? Reason)
{
    public string Check()
    {
        Checks checks = new();
        string reason = checks.RequiredParagraphs("reason", Reason, 1_000);
        checks.ThrowIfAny();
        return reason;
    }
}
