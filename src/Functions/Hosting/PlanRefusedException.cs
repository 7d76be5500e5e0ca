namespace NtmServerless.Functions.Hosting;

/// <summary>A plan file with errors: all of them, each with its path.</summary>
public sealed class PlanRefusedException(IReadOnlyList<PlanError> errors) : Exception("plan-refused")
{
    public IReadOnlyList<PlanError> Errors { get; } = errors;
}
