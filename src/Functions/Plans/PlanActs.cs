using NtmServerless.Domain.Access;
using NtmServerless.Domain.Plans;
using NtmServerless.Functions.Edge;
using NtmServerless.Storage.Audit;
using NtmServerless.Storage.Classes;
using NtmServerless.Storage.Plans;

namespace NtmServerless.Functions.Acts;

/// <summary>Loading plans and finding things in them.</summary>
public sealed class PlanActs(PlanShelf shelf, AuditTrail audit, TimeProvider time)
{
    /// <exception cref="RecordMissingException">There is no such plan.</exception>
    public async Task<Plan> GetAsync(string planId, CancellationToken cancellation) =>
        await shelf.FindAsync(planId, cancellation) ?? throw new RecordMissingException("plan");

    /// <inheritdoc cref="Plan.FindOffice"/>
    public async Task<string> CoordinationOfficeAsync(string planId, CancellationToken cancellation) => (await GetAsync(planId, cancellation)).FindOffice();

    /// <summary>Reads a plan file and puts it in force; what it leaves open is said, not invented.</summary>
    /// <exception cref="PlanRefusedException">With every error and its path.</exception>
    public async Task<PlanImportResult> ImportAsync(byte[] file, Actor by, CancellationToken cancellation)
    {
        PlanImportResult read = PlanImport.Read(file);
        if (read.Plan is not { } plan) throw new PlanRefusedException(read.Errors);
        await shelf.PutAsync(plan, time.GetUtcNow(), cancellation);
        await audit.WriteAsync(by, "plan-put", plan.Id, 1, cancellation);
        return read;
    }
}
