namespace NtmServerless.Functions.PeriodicReports;

/// <summary>What the compiling unit adds of its own when it submits.</summary>
public sealed record RemarkForm(string? Difficulties, string? Proposals)
{
    private const int Limit = 5_000;

    public CompilerRemark? Check()
    {
        Checks checks = new();
        CompilerRemark remark = new(checks.Paragraphs("difficulties", Difficulties, Limit), checks.Paragraphs("proposals", Proposals, Limit));
        checks.ThrowIfAny();
        return remark is { Difficulties: null, Proposals: null } ? null : remark;
    }
}
