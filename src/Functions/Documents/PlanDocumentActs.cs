namespace NtmServerless.Functions.Documents;

/// <summary>The documents of a plan as a whole: the plan, the communication log, the registers.</summary>
public sealed class PlanDocumentActs(DocumentMaker desk, DocumentStore shelf, CommunicationStore log, PlanActs plans)
{
    /// <summary>The plan written back from its data, under the number that it has itself.</summary>
    public async Task<OfficialDocument> MakePlanAsync(PlanId planId, Ask<NoForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        string committee = Issuers.CommitteeOf(plan);
        return await desk.KeepAsync(
            new DocumentSource { Kind = DocumentKind.Plan, Plan = PlanExport.Write(plan), Head = Issuers.HeadOf(plan, null, plan.Signer) },
            new DocumentWanted(plan.Id, plan.Id, committee, "") { Number = plan.Number, Symbol = plan.Notation ?? "KH", Date = plan.SignedOn },
            ask.Submission, ask.Cancellation);
    }

    /// <summary>The communication log of a span.</summary>
    public async Task<OfficialDocument> MakeLogAsync(PlanId planId, Ask<LogSpanForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        (DateOnly from, DateOnly to) = ask.Form.Check();
        string unit = plan.Reporting.CompiledByUnitId ?? plan.FindOffice();
        DocumentSource source = new()
        {
            Kind = DocumentKind.CommunicationLog,
            Plan = PlanExport.Write(plan),
            IssuingBody = plan.FindUnit(unit)?.Name ?? plan.IssuingBody,
            From = from,
            To = to,
            Activities = [.. (await log.ActivitiesAsync(plan.Id, from, to, ask.Cancellation)).Where(a => a.StruckOut is null)],
        };
        return await desk.KeepAsync(source, new DocumentWanted(plan.Id, $"log-{from:yyyyMMdd}-{to:yyyyMMdd}", unit, ""), ask.Submission, ask.Cancellation);
    }

    /// <summary>The register of a unit in a year as a document.</summary>
    public async Task<OfficialDocument> MakeRegisterAsync(PlanId planId, Ask<RegisterForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        (int year, string unit) = ask.Form.Check(plan, ask.Caller.UnitId);
        if (!ask.Caller.MayKeepRegister(unit)) throw new ForbiddenException();
        IReadOnlyList<OfficialDocument> entries = await RegisterAsync(year, unit, ask.Cancellation);
        DocumentSource source = new()
        {
            Kind = DocumentKind.Register,
            IssuingBody = plan.FindUnit(unit)?.Name ?? plan.IssuingBody,
            Year = year,
            Registered = [.. entries.Select(Registered)],
        };
        return await desk.KeepAsync(source, new DocumentWanted(plan.Id, $"register-{year}-{unit}", unit, ""), ask.Submission, ask.Cancellation);
    }

    /// <summary>What stands in the register of a unit in a year, by type and number; those with an open number last.</summary>
    public async Task<IReadOnlyList<OfficialDocument>> RegisterAsync(int year, string unitId, CancellationToken cancellation) =>
    [
        .. (await shelf.OfYearAsync(year, cancellation)).Where(d => d.Kind.IsNumbered() && d.IssuingUnitId == unitId)
            .OrderBy(d => d.Kind.TypeOf(), StringComparer.Ordinal).ThenBy(d => d.Number ?? int.MaxValue).ThenBy(d => d.MadeAt),
    ];

    public async Task<IReadOnlyList<NumberRegister>> RegistersAsync(int year, string unitId, CancellationToken cancellation) =>
        [.. (await shelf.RegistersAsync(year, cancellation)).Where(r => r.UnitId == unitId)];

    /// <summary>Sets from which number a register goes on, and what stands for the unit in its symbol.</summary>
    public async Task<NumberRegister> SetRegisterAsync(PlanId planId, Ask<RegisterStartForm> ask)
    {
        Plan plan = await plans.GetAsync(planId, ask.Cancellation);
        CheckedRegisterStart wanted = ask.Form.Check(plan, ask.Caller.UnitId);
        if (!ask.Caller.MayKeepRegister(wanted.UnitId)) throw new ForbiddenException();
        return await shelf.SetRegisterAsync(wanted.Year, wanted.Type, wanted.UnitId, ask.Submission, register =>
        {
            NumberRegister named = wanted.Symbol is { } symbol ? register with { UnitSymbol = symbol } : register;
            return wanted.Next is { } next ? named.StartAt(next) : named;
        }, ask.Cancellation);
    }

    private static RegisteredDocument Registered(OfficialDocument d) => new(
        new DocumentNumber(d.Number, d.Symbol), d.Date, d.Title, d.SignedBy ?? "", d.Recipients, Note: d.Withdrawn?.Reason);
}

/// <summary>A span of days of a log; both belong to it.</summary>
public sealed record LogSpanForm(DateOnly? From, DateOnly? To)
{
    // More than a plan year and what hangs over it.
    private const int MostDays = 800;

    public (DateOnly From, DateOnly To) Check()
    {
        Checks checks = new();
        DateOnly from = checks.Value("from", From);
        DateOnly to = checks.Value("to", To);
        checks.Require(From is null || To is null || To >= From, "to", "end-before-start");
        checks.Require(From is null || To is null || To < From || To.Value.DayNumber - From.Value.DayNumber <= MostDays, "to", "range", ("from", From ?? default), ("to", From?.AddDays(MostDays) ?? default));
        checks.ThrowIfAny();
        return (from, to);
    }
}

/// <summary>Which register: of a year and a unit.</summary>
public sealed record RegisterForm(int? Year, string? UnitId)
{
    public (int Year, string UnitId) Check(Plan plan, string callersUnit)
    {
        Checks checks = new();
        string unit = UnitId ?? callersUnit;
        checks.Require(plan.FindUnit(unit) is not null, "unitId", "unit-unknown");
        checks.Require(Year is null or >= 2000 and <= 2100, "year", "range", ("from", "2000"), ("to", "2100"));
        checks.ThrowIfAny();
        return (Year ?? plan.Year, unit);
    }
}

/// <summary>Goes on from the paper book of the office.</summary>
public sealed record RegisterStartForm(int? Year, string? UnitId, string? Type, int? Next, string? Symbol)
{
    private const int LongestSymbol = 20;

    public CheckedRegisterStart Check(Plan plan, string callersUnit)
    {
        (int year, string unit) = new RegisterForm(Year, UnitId).Check(plan, callersUnit);
        Checks checks = new();
        string? type = Enum.GetValues<DocumentKind>().Select(k => k.TypeOf()).FirstOrDefault(t => t is not null && t == Type);
        checks.Require(type is not null, "type", "required");
        checks.Require(Next is null or >= 1 and <= NumberRegister.Most, "next", "range", ("from", 1), ("to", NumberRegister.Most));
        string? symbol = checks.OptionalText("symbol", Symbol, LongestSymbol);
        checks.Require(Next is not null || symbol is not null, "next", "required");
        checks.ThrowIfAny();
        return new CheckedRegisterStart(year, unit, type!, Next, symbol);
    }
}

/// <summary>What was asked for, found good.</summary>
public sealed record CheckedRegisterStart(int Year, string UnitId, string Type, int? Next, string? Symbol);
