namespace NtmServerless.Functions.Classes;

/// <summary>Which unit gets the lead of a class, and why.</summary>
public sealed record TransferLeadForm(string? ToUnitId, string? Reason);
