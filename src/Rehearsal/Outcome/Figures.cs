using System.Text.Encodings.Web;
using System.Text.Json;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.PeriodicReports;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Registrations;
using NtmServerless.Domain.Tours;
using NtmServerless.Rehearsal.Checking;
using NtmServerless.Rehearsal.Host;

namespace NtmServerless.Rehearsal.Outcome;

/// <summary>Counts that are the same at every run with the same seed.</summary>
internal sealed record Figures(
    int Seed, IReadOnlyList<StreamOutcome> Streams, int ClassesHeld, int ClassesCancelled, int Seats, int Applications, int Confirmed, int Waitlisted,
    int Promoted, int Cancelled, int WalkIns, int Attended, int SessionsHeld, int EvidenceFiles,
    IReadOnlyDictionary<string, int> ReportsByKind, IReadOnlyDictionary<string, int> NoticesByKind, IReadOnlyDictionary<string, int> MediaByChannel,
    int Tours, int TourMembers, IReadOnlyDictionary<string, long> Spent, IReadOnlyDictionary<string, int> Acts);
