namespace NtmServerless.Domain.Registrations;

/// <summary>A person as it should have been written, and why; who is registered already has agreed to the processing.</summary>
public sealed record CorrectionForm : RegistrationForm
{
    /// <summary>Kept with the correction; may be missing, as a misspelt name says it itself.</summary>
    public string? Reason { get; init; }

    protected override void CheckMore(Checks checks) => checks.OptionalText("reason", Reason, 300);

    /// <summary>The reason as it is kept; after <see cref="RegistrationForm.Check"/>.</summary>
    public string? KeptReason() => new Checks().OptionalText("reason", Reason, 300);
}
