using NtmServerless.Domain.Plans;
using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Office;

namespace NtmServerless.Rehearsal.Year;

/// <summary>What every scene needs: the plan, who speaks to the app, the agenda, and what is noted down on the way.</summary>
internal sealed record Stage(Plan Plan, Client Client, HostClock Clock, Keys Keys, Agenda Agenda, Tally Tally, int Seed);
