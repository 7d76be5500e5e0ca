namespace NtmServerless.Pages.Parts;

/// <summary>Who did something, as people say it.</summary>
public static class ActorNames
{
    /// <param name="plan">Names the actor's unit; null where that does not matter.</param>
    public static string Who(this VietnameseTexts texts, Actor actor, Plan? plan = null)
    {
        if (actor == Actor.Public) return texts["audit.who-public"];
        if (actor == Actor.NotSignedIn) return texts["audit.who-not-signed-in"];
        if (actor == Actor.Lifecycle) return texts["audit.who-lifecycle"];
        if (actor is { Name: "practice", UnitId: null }) return texts["audit.who-practice"];
        if (actor.Name.StartsWith("form:", StringComparison.Ordinal)) return texts["audit.who-form", ("form", actor.Name[5..])];
        return actor.UnitId is { } unit && plan is not null ? $"{actor.Name} ({plan.FindUnit(unit)?.ShortName ?? unit})" : actor.Name;
    }
}
