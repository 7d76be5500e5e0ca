namespace NtmServerless.Functions.Hosting;

/// <summary>A request whose form is one sentence.</summary>
public sealed record ReasonForm(string? Reason)
{
    public string Check()
    {
        Checks checks = new();
        string? reason = checks.Paragraphs("reason", Reason, 1_000);
        checks.Require(reason is not null || Reason is { Length: > 1_000 }, "reason", "required");
        checks.ThrowIfAny();
        return reason!;
    }
}
