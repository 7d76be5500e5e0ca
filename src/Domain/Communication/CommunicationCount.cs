namespace NtmServerless.Domain.Communication;

/// <summary>How much of one channel by one unit.</summary>
public sealed record CommunicationCount(string UnitId, CommunicationChannel Channel, int Count);
