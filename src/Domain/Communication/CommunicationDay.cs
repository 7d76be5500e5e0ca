using NtmServerless.Domain.Plans;

namespace NtmServerless.Domain.Communication;

/// <summary>Summary row of one day: how much of each channel each unit did. Reports read these, never each activity.</summary>
public sealed record CommunicationDay(DateOnly Date, IReadOnlyList<CommunicationCount> Counts)
{
    public CommunicationDay Add(CommunicationActivity activity)
    {
        bool Same(CommunicationCount c) => c.UnitId == activity.UnitId && c.Channel == activity.Channel;
        int before = Counts.FirstOrDefault(Same)?.Count ?? 0;
        return this with { Counts = [.. Counts.Where(c => !Same(c)), new(activity.UnitId, activity.Channel, before + activity.Count)] };
    }
}

/// <summary>How much of one channel by one unit.</summary>
public sealed record CommunicationCount(string UnitId, CommunicationChannel Channel, int Count);
