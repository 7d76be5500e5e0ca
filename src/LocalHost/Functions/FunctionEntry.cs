namespace NtmServerless.LocalHost.Functions;

/// <summary>One function of the app, as its build describes it (functions.metadata).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What starts it.</param>
/// <param name="Trigger">Name of the parameter that the trigger fills.</param>
internal sealed record FunctionEntry(string Name, TriggerKind Kind, string Trigger)
{
    /// <summary>Name of the parameter that wants a durable client; null when there is none.</summary>
    public string? DurableClient { get; init; }

    /// <summary>Of an HTTP function; null: its name.</summary>
    public string? Route { get; init; }

    /// <summary>Of an HTTP function; none: all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Of a timer function: NCRONTAB, or a setting between percent signs.</summary>
    public string Schedule { get; init; } = "";

    public bool RunOnStartup { get; init; }

    public bool UseMonitor { get; init; } = true;
}
