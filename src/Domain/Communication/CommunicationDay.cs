namespace NtmServerless.Domain.Communication;

/// <summary>Summary row of one day: how much of each channel each unit did. Reports read these, never each activity.</summary>
public sealed record CommunicationDay(DateOnly Date, IReadOnlyList<CommunicationCount> Counts)
{
    public CommunicationDay Add(CommunicationActivity activity) => Change(activity, activity.Count);

    /// <summary>The day without an activity that was taken back.</summary>
    public CommunicationDay Remove(CommunicationActivity activity) => Change(activity, -activity.Count);

    private CommunicationDay Change(CommunicationActivity activity, int by)
    {
        bool Same(CommunicationCount c) => c.UnitId == activity.UnitId && c.Channel == activity.Channel;
        int after = (Counts.FirstOrDefault(Same)?.Count ?? 0) + by;
        IEnumerable<CommunicationCount> others = Counts.Where(c => !Same(c));
        return this with { Counts = after > 0 ? [.. others, new(activity.UnitId, activity.Channel, after)] : [.. others] };
    }
}

/// <summary>How much of one channel by one unit.</summary>
public sealed record CommunicationCount(string UnitId, CommunicationChannel Channel, int Count);
