using NtmServerless.Rehearsal.Host;

namespace NtmServerless.Rehearsal.Progress;

/// <summary>Where the rehearsal stands.</summary>
internal sealed record ProgressState(DateTimeOffset Now, int Requests, int Advances, StorageCount Storage, IReadOnlyList<ClassLine> Classes);
