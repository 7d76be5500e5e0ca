namespace NtmServerless.Domain.Registrations;

/// <summary>
/// What a person may say besides, in words of their own: asked by the form, kept with the personal data, shown to officers.
/// Each has its entry in <see cref="PersonField.All"/>.
/// </summary>
public record PersonDetails
{
    public string? EthnicGroup { get; init; }

    /// <summary>Cooperative, association, office.</summary>
    public string? Organisation { get; init; }
}
