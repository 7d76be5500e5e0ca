namespace NtmServerless.Functions.Declarations;

/// <summary>The office accepts what it saw.</summary>
/// <param name="Version"><see cref="DeclarationDecisions.VersionOf"/> of what was looked at; null: whatever it says by now.</param>
public sealed record AcceptanceForm(string? Version);

/// <summary>The office returns what it saw, with what is wrong.</summary>
/// <inheritdoc cref="AcceptanceForm" path="/param"/>
public sealed record ReturnForm(string? Reason, string? Version = null);
