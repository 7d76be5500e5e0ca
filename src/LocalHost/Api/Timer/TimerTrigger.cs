using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function by an NCRONTAB schedule in UTC (business time), or by <c>%Setting%</c> that holds one.</summary>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;

    /// <summary>Whether runs are remembered, so that a missed one is made up for. Ignored below one minute.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether to run once at every start of the host.</summary>
    public bool RunOnStartup { get; set; }
}

/// <summary>What a timer function is told about its run.</summary>
public class TimerInfo
{
    /// <summary>Null when the schedule is not remembered.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether the run comes later than the schedule said.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>Runs of a schedule, all in UTC; the default value stands for never.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
