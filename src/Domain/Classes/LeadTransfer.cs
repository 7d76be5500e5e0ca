namespace NtmServerless.Domain.Classes;

/// <summary>The lead of a class that went to another unit.</summary>
/// <param name="Reason">In the words of who agreed to it.</param>
/// <param name="ByUnitId">The unit that agreed: the plan's lead, or the office.</param>
public sealed record LeadTransfer(string FromUnitId, string ToUnitId, string Reason, string ByUnitId, DateTimeOffset At);
