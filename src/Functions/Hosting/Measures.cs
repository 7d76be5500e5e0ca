using System.Diagnostics.Metrics;

namespace NtmServerless.Functions.Hosting;

/// <summary>What the app counts of itself, for whoever watches it (docs/operator/status-and-log.md). Nobody is named by a tag.</summary>
public static class Measures
{
    /// <summary>Names the meter; the records' storage counts its requests and failures in <c>NtmServerless.Storage</c>.</summary>
    public const string Meter = "NtmServerless";

    private static readonly Meter Own = new(Meter, AppVersion.Number);
    private static readonly Counter<long> Registrations = Own.CreateCounter<long>("ntm.registrations", description: "Registrations taken, by what became of them");
    private static readonly Counter<long> Refusals = Own.CreateCounter<long>("ntm.refusals", description: "Requests refused or failed, by the code of the answer");
    private static readonly Counter<long> Late = Own.CreateCounter<long>("ntm.outbox.late", description: "Changes published late");
    private static readonly Counter<long> Messages = Own.CreateCounter<long>("ntm.messages", description: "Attempts to send mail and messages, by channel and outcome");

    static Measures()
    {
        Own.CreateObservableGauge("ntm.outbox.waiting", () => OutboxRows.OfThisProcess.Waiting, description: "Changes that are committed and not published yet");
        Own.CreateObservableGauge("ntm.records.damaged", () => DamagedRows.OfThisProcess.All.Count, description: "Damaged records met so far");
    }

    public static void Registered(RegistrationStatus status) => Registrations.Add(1, new KeyValuePair<string, object?>("status", $"{status}"));

    public static void Refused(string code) => Refusals.Add(1, new KeyValuePair<string, object?>("code", code));

    public static void PublishedLate(int count) => Late.Add(count);

    public static void Sent(MessageChannel channel, AttemptOutcome outcome) =>
        Messages.Add(1, new("channel", $"{channel}"), new("outcome", $"{outcome}"));
}
