namespace NtmServerless.Domain.Registrations;

/// <summary>Who comes instead, and why the other one does not.</summary>
public sealed record SubstituteForm : RegistrationForm
{
    /// <summary>Kept with the registration that is cancelled.</summary>
    public string? Reason { get; init; }

    protected override void CheckMore(Checks checks) => checks.Text("reason", Reason, 300);

    /// <summary>The reason as it is kept; after <see cref="RegistrationForm.Check"/>.</summary>
    public string KeptReason() => new Checks().Text("reason", Reason, 300);
}
