namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>How much of a channel: as the unit says, and as the log said when it answered.</summary>
public sealed record ChannelCount(CommunicationChannel Channel, int Said, int Logged)
{
    public int Difference => Said - Logged;
}
