namespace NtmServerless.Functions.Classes;

/// <summary>The classes that the public knows of: those that were announced, of every plan.</summary>
public sealed class AnnouncedClasses(PlanStore plans, ClassSummaries summaries, ClassReader records)
{
    public async Task<IReadOnlyList<ClassOfPlan>> AllAsync(CancellationToken cancellation)
    {
        List<ClassOfPlan> all = [];
        foreach (Plan plan in await plans.ListAsync(cancellation))
            all.AddRange((await summaries.OfPlanAsync(plan.Id, cancellation)).Where(c => c.Announcement is not null).Select(c => new ClassOfPlan(plan, c)));
        return all;
    }

    /// <summary>The class itself, not its summary: the seats are those of this moment.</summary>
    /// <exception cref="RecordMissingException">There is no such class, or it was not announced.</exception>
    public async Task<ClassOfPlan> GetAsync(ClassId classId, CancellationToken cancellation)
    {
        TrainingClass c = await records.GetAsync(classId, cancellation);
        if (c.Announcement is null) throw new RecordMissingException("class");
        return new ClassOfPlan(await plans.FindAsync(c.PlanId, cancellation) ?? throw new RecordMissingException("plan"), c);
    }
}
