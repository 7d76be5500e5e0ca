namespace NtmServerless.Functions.Declarations;

/// <summary>What units and the office do with declared classes.</summary>
public sealed class DeclarationActs(
    DeclarationStore store, ClassSummaries classes, PlanActs plans, YearStandings years, DocumentFiles files, AuditTrail audit, TimeProvider time)
{
    /// <summary>All of a plan, those that were held last first.</summary>
    public async Task<IReadOnlyList<DeclaredClass>> ListAsync(PlanId planId, CancellationToken cancellation) =>
        [.. (await store.OfPlanAsync(planId, cancellation)).OrderByDescending(d => d.LastDay).ThenBy(d => d.Title, StringComparer.Ordinal).ThenBy(d => d.Id)];

    /// <summary>Where the classes stand that it was said to be another one than: in its plan, and in the plans beside it when some are not there.</summary>
    public async Task<IReadOnlyList<NeighbourClasses>> OthersAsync(Plan plan, DeclaredClass d, CancellationToken cancellation)
    {
        if (d.OtherThanIds.Count == 0) return [];
        List<NeighbourClasses> others = [await OfPlanAsync(plan, cancellation)];
        if (d.OtherThanIds.All(id => others[0].Classes.Any(c => c.Id.Value == id) || others[0].Declared.Any(o => o.Id.Value == id))) return others;
        foreach ((Plan other, _, _) in await years.NeighboursAsync(plan, cancellation)) others.Add(await OfPlanAsync(other, cancellation));
        return others;
    }

    public async Task<DeclaredClass> DeclareAsync(PlanId planId, Ask<DeclarationForm> ask)
    {
        DeclaredIds made = await DeclareAllAsync(planId, ask, [ask.Form]);
        return await store.GetAsync(planId, made.Ids[0], ask.Cancellation);
    }

    /// <summary>Declares a list, all or none.</summary>
    /// <exception cref="InvalidInputException">Of the first form that is wrong: a list is looked through before (<see cref="LookAsync"/>).</exception>
    public async Task<DeclaredIds> DeclareAllAsync<T>(PlanId planId, Ask<T> ask, IReadOnlyList<DeclarationForm> forms)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        foreach (DeclarationForm form in forms) EnsureDeclares(ask.Caller, form.UnitId ?? ask.Caller.UnitId);
        DateTimeOffset now = time.GetUtcNow();
        return await store.DeclareAsync(planId, ask.Submission, ask.Waker, async idOf =>
        {
            IReadOnlyList<TrainingClass> all = await classes.OfPlanAsync(planId, ask.Cancellation);
            List<DeclaredClass> known = [.. await store.OfPlanAsync(planId, ask.Cancellation)];
            IReadOnlyList<NeighbourClasses> beside = await BesideAsync(plan, forms, ask.Cancellation);
            List<DeclarationOutcome> made = [];
            foreach ((int number, DeclarationForm form) in forms.Index())
            {
                DeclaredClass d = form.Check(idOf(number), ask.Caller.UnitId, plan, all, known, now, beside);
                known.Add(d);
                made.Add(DeclarationDecisions.Declare(d, ask.Caller.UnitId, plan.FindOffice(), now));
            }

            return made;
        }, ask.Cancellation);
    }

    /// <summary>What is wrong with each form of a list, by its number; nothing is kept.</summary>
    public async Task<IReadOnlyList<(int Number, FieldError Error)>> LookAsync(
        PlanId planId, Caller caller, IReadOnlyList<DeclarationForm> forms, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(planId, cancellation);
        IReadOnlyList<TrainingClass> all = await classes.OfPlanAsync(planId, cancellation);
        List<DeclaredClass> known = [.. await store.OfPlanAsync(planId, cancellation)];
        IReadOnlyList<NeighbourClasses> beside = await BesideAsync(plan, forms, cancellation);
        List<(int, FieldError)> wrong = [];
        foreach ((int number, DeclarationForm form) in forms.Index())
        {
            if (!caller.MayDeclareFor(form.UnitId ?? caller.UnitId)) wrong.Add((number, new FieldError("unitId", "declaration-other-unit")));
            try
            {
                known.Add(form.Check(new DeclarationId($"dong-{number}"), caller.UnitId, plan, all, known, time.GetUtcNow(), beside));
            }
            catch (InvalidInputException e)
            {
                wrong.AddRange(e.Errors.Select(error => (number, error)));
            }
        }

        return wrong;
    }

    /// <inheritdoc cref="DeclarationStore.WasDeclaredAsync"/>
    public Task<bool> WasDeclaredAsync(PlanId planId, Submission submission, CancellationToken cancellation) =>
        store.WasDeclaredAsync(planId, submission, cancellation);

    public async Task<DeclaredClass> CorrectAsync(PlanId planId, DeclarationId id, Ask<DeclarationForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        return await WriteAsync(planId, id, ask, "declaration-corrected", async d =>
        {
            EnsureDeclares(ask.Caller, d.UnitId);
            DeclaredClass corrected = (ask.Form with { UnitId = d.UnitId }).Check(
                id, d.UnitId, plan, await classes.OfPlanAsync(planId, ask.Cancellation), await store.OfPlanAsync(planId, ask.Cancellation), time.GetUtcNow(),
                await BesideAsync(plan, [ask.Form], ask.Cancellation));
            return DeclarationDecisions.Correct(d, corrected, ask.Caller.UnitId, plan.FindOffice(), time.GetUtcNow());
        }, readsAll: true);
    }

    public Task<DeclaredClass> AcceptAsync(PlanId planId, DeclarationId id, Ask<AcceptanceForm> ask) =>
        WriteAsync(planId, id, ask, "declaration-accepted", d => ask.Caller.MayAcceptDeclared()
            ? Task.FromResult(DeclarationDecisions.Accept(d, ask.Caller.UnitId, time.GetUtcNow(), ask.Form.Version)) : throw new ForbiddenException());

    public Task<DeclaredClass> ReturnAsync(PlanId planId, DeclarationId id, Ask<ReturnForm> ask)
    {
        string reason = new ReasonForm(ask.Form.Reason).Check();
        return WriteAsync(planId, id, ask, "declaration-returned", d => ask.Caller.MayAcceptDeclared()
            ? Task.FromResult(DeclarationDecisions.Return(d, reason, ask.Caller.UnitId, time.GetUtcNow(), ask.Form.Version)) : throw new ForbiddenException());
    }

    public Task<DeclaredClass> WithdrawAsync(PlanId planId, DeclarationId id, Ask<ReasonForm> ask)
    {
        string reason = ask.Form.Check();
        return WriteAsync(planId, id, ask, "declaration-withdrawn", d =>
        {
            EnsureDeclares(ask.Caller, d.UnitId);
            return Task.FromResult(DeclarationDecisions.Withdraw(d, reason, ask.Caller.UnitId, time.GetUtcNow()));
        });
    }

    /// <summary>The class, if the caller may change it; asked before a byte of a file is read.</summary>
    public async Task<DeclaredClass> EnsureOwnAsync(PlanId planId, DeclarationId id, Caller caller, CancellationToken cancellation)
    {
        DeclaredClass d = await store.GetAsync(planId, id, cancellation);
        EnsureDeclares(caller, d.UnitId);
        return d;
    }

    /// <summary>Blob first, then the record.</summary>
    public async Task<DeclaredClass> AttachAsync(PlanId planId, DeclarationId id, Ask<UploadedFile> ask)
    {
        UploadedFile file = ask.Form;
        DeclarationScan scan = new(file.Sha256, file.Type, file.Bytes);
        DeclarationDecisions.Attach(await EnsureOwnAsync(planId, id, ask.Caller, ask.Cancellation), scan);
        await files.StoreAsync(planId, id, file.Sha256, file.Content, FileContent.MediaType(file.Type), ask.Cancellation);
        return await WriteAsync(planId, id, ask, "declaration-scan", d => Task.FromResult(new DeclarationOutcome(DeclarationDecisions.Attach(d, scan))));
    }

    /// <summary>The paper names people: the unit and the office read it, and each look is audited.</summary>
    /// <exception cref="RecordMissingException">There is none.</exception>
    public async Task<(DeclarationScan Scan, Stream Content)> OpenScanAsync(PlanId planId, DeclarationId id, Caller caller, CancellationToken cancellation)
    {
        DeclaredClass d = await EnsureOwnAsync(planId, id, caller, cancellation);
        DeclarationScan scan = d.Scan ?? throw new RecordMissingException("document");
        Stream content = await files.OpenAsync(planId, id, scan.Sha256, cancellation) ?? throw new RecordMissingException("document");
        await audit.WriteAsync(Actor.Of(caller), "declaration-scan-read", id, 1, cancellation);
        return (scan, content);
    }

    public Task<DeclaredClass> GetAsync(PlanId planId, DeclarationId id, CancellationToken cancellation) => store.GetAsync(planId, id, cancellation);

    // Read only for a class on the days that two plans share.
    private async Task<IReadOnlyList<NeighbourClasses>> BesideAsync(Plan plan, IReadOnlyList<DeclarationForm> forms, CancellationToken cancellation)
    {
        List<NeighbourClasses> beside = [];
        foreach ((Plan other, DateOnly from, DateOnly to) in await years.NeighboursAsync(plan, cancellation))
        {
            if (forms.Any(f => f.FirstDay <= to && (f.LastDay ?? f.FirstDay) >= from))
                beside.Add(await OfPlanAsync(other, cancellation));
        }

        return beside;
    }

    private async Task<NeighbourClasses> OfPlanAsync(Plan plan, CancellationToken cancellation) =>
        new(plan, await classes.OfPlanAsync(plan.Id, cancellation), await store.OfPlanAsync(plan.Id, cancellation));

    private Task<DeclaredClass> WriteAsync<T>(
        PlanId planId, DeclarationId id, Ask<T> ask, string what, Func<DeclaredClass, Task<DeclarationOutcome>> decide, bool readsAll = false) =>
        store.WriteAsync(planId, id, ask.Submission, what, ask.Waker, decide, ask.Cancellation, readsAll);

    private static void EnsureDeclares(Caller caller, string unitId)
    {
        if (!caller.MayDeclareFor(unitId)) throw new ForbiddenException();
    }
}
