namespace NtmServerless.Functions.Plans;

/// <summary>Loading plans and finding things in them.</summary>
public sealed class PlanActs(PlanStore shelf, AuditTrail audit, TimeProvider time)
{
    /// <exception cref="RecordMissingException">There is no such plan.</exception>
    public async Task<Plan> GetAsync(PlanId planId, CancellationToken cancellation) =>
        await shelf.FindAsync(planId, cancellation) ?? throw new RecordMissingException("plan");

    /// <inheritdoc cref="Plan.FindOffice"/>
    public async Task<string> CoordinationOfficeAsync(PlanId planId, CancellationToken cancellation) => (await GetAsync(planId, cancellation)).FindOffice();

    /// <summary>Sets whose the pages are.</summary>
    public async Task SetOfficeAsync(PlanId planId, Ask<OfficeForm> ask)
    {
        OfficeIdentity office = ask.Form.Check();
        await shelf.ChangeAsync(planId, plan => plan with { Office = office }, time.GetUtcNow(), ask.Cancellation);
        await audit.WriteAsync(Actor.Of(ask.Caller), "office-set", planId, 1, ask.Cancellation);
    }

    /// <summary>Reads a plan file and puts it in force; what it leaves open is said, not invented.</summary>
    /// <exception cref="PlanRefusedException">With every error and its path.</exception>
    public async Task<(Plan Plan, IReadOnlyList<PlanOpenPoint> OpenPoints)> ImportAsync(byte[] file, Actor by, CancellationToken cancellation)
    {
        PlanImportResult read = PlanImport.Read(file);
        if (read.Plan is not { } plan) throw new PlanRefusedException(read.Errors);
        await shelf.PutAsync(plan, time.GetUtcNow(), cancellation);
        await audit.WriteAsync(by, "plan-put", plan.Id, 1, cancellation);
        return (plan, read.OpenPoints);
    }
}
