using NtmServerless.Rehearsal.Cast;
using NtmServerless.Rehearsal.Office;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>A class while its story is played.</summary>
internal sealed class ClassPlay(ClassStory story, int seed)
{
    public ClassStory Story => story;

    public Casting Casting { get; } = new(new Random(seed * 1000 + story.Number), story.HostUnitId, union: story.StreamId == OfficePlan.Members);

    public Random Random => Casting.Random;

    public string ClassId { get; set; } = "";

    public string Path => $"api/classes/{ClassId}";

    public string PublicPath => $"api/public/classes/{ClassId}";

    public List<Place> Places { get; } = [];

    /// <summary>People marked present in each session, walk-ins included.</summary>
    public SortedDictionary<int, int> Present { get; } = [];
}
