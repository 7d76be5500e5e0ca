using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Declarations;

/// <summary>Declared classes as officers read, declare and decide on them. Functions of the literal addresses sort before the one of a class.</summary>
public sealed class DeclarationPages(
    DeclarationActs acts, CurrentPlan current, YearStandings years, PageAnswers answers, PagePosts posts, FilePosts files, AskReader read,
    VietnameseTexts texts, TimeProvider time)
{
    [Function(nameof(ShowDeclarations))]
    [ShowsTheRest]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ShowDeclarations([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationRoutes.List)] HttpRequest request)
    {
        (Plan plan, DeclarationFilter filter, DeclaredClass[] found, IReadOnlyList<DeclaredClass> all) = await FoundAsync(request);
        return answers.Page<DeclarationListPage, DeclarationListView>(request, new DeclarationListView(
            plan, filter, request.SliceOf(found), [.. found.Where(d => d.Stage != DeclarationStage.Withdrawn)],
            [.. plan.Units.Where(u => all.Any(d => d.UnitId == u.Id))], request.Caller().MayDeclareFor(request.Caller().UnitId)));
    }

    [Function(nameof(ExportDeclarations))]
    [Callers(Roles.Everyone)]
    public async Task<IResult> ExportDeclarations([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationRoutes.Export)] HttpRequest request)
    {
        (Plan plan, _, DeclaredClass[] found, _) = await FoundAsync(request);
        return ListAsk.File(
            "lop-don-vi-khai", texts["declared.sheet"], DeclarationSheet.Columns(texts), found.Select(d => DeclarationSheet.Line(d, plan, texts)));
    }

    [Function(nameof(AskForDeclaration))]
    [Callers(Roles.Units)]
    public async Task<IResult> AskForDeclaration([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationRoutes.Declare)] HttpRequest request) =>
        await FormAsync(request, await current.OfAsync(request), null, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostDeclaration))]
    [TakesFiles]
    [Callers(Roles.Units)]
    public async Task<IResult> PostDeclaration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeclarationRoutes.Declare)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<DeclarationForm>(request, client, async ask =>
        {
            DeclaredClass d = await WithScanAsync(request, client, plan, () => acts.DeclareAsync(plan.Id, ask));
            return PageAnswers.GoTo(request.Keep(DeclarationPaths.Of(d.Id)), "declaration-sent");
        }, (state, status) => FormAsync(request, plan, null, state, status));
    }

    [Function(nameof(ShowOneDeclaration))]
    [Callers(Roles.Everyone)]
    public Task<IResult> ShowOneDeclaration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationRoutes.One)] HttpRequest request, DeclarationId declarationId) =>
        ShowAsync(request, declarationId, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(ShowDeclarationCorrection))]
    [Callers(Roles.Units)]
    public async Task<IResult> ShowDeclarationCorrection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationRoutes.Correct)] HttpRequest request, DeclarationId declarationId)
    {
        Plan plan = await current.OfAsync(request);
        DeclaredClass d = await acts.EnsureOwnAsync(plan.Id, declarationId, request.Caller(), request.HttpContext.RequestAborted);
        return await FormAsync(request, plan, d, FormState.Fresh(), StatusCodes.Status200OK);
    }

    [Function(nameof(PostDeclarationCorrection))]
    [TakesFiles]
    [Callers(Roles.Units)]
    public async Task<IResult> PostDeclarationCorrection(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeclarationRoutes.Correct)] HttpRequest request, DeclarationId declarationId,
        [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        DeclaredClass d = await acts.EnsureOwnAsync(plan.Id, declarationId, request.Caller(), request.HttpContext.RequestAborted);
        return await posts.DoAsync<DeclarationForm>(request, client, async ask =>
        {
            await WithScanAsync(request, client, plan, () => acts.CorrectAsync(plan.Id, declarationId, ask));
            return PageAnswers.GoTo(request.Keep(DeclarationPaths.Of(declarationId)), "declaration-sent");
        }, (state, status) => FormAsync(request, plan, d, state, status));
    }

    /// <summary>What would be accepted, before it is: people, money, paper, and where it counts.</summary>
    [Function(nameof(ShowDeclarationAcceptance))]
    [Callers(Roles.Administrator)]
    public Task<IResult> ShowDeclarationAcceptance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationRoutes.Accept)] HttpRequest request, DeclarationId declarationId) =>
        AcceptanceAsync(request, declarationId, FormState.Fresh(), StatusCodes.Status200OK);

    [Function(nameof(PostDeclarationAcceptance))]
    [Callers(Roles.Administrator)]
    public async Task<IResult> PostDeclarationAcceptance(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeclarationRoutes.Accept)] HttpRequest request, DeclarationId declarationId,
        [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<AcceptanceForm>(request, client, async ask =>
        {
            await acts.AcceptAsync(plan.Id, declarationId, ask);
            return PageAnswers.GoTo(request.Keep(DeclarationPaths.Of(declarationId)), CountedDone.OfDeclaration(WhereCounted.Of(plan, Today, Today)));
        }, (state, status) => AcceptanceAsync(request, declarationId, state, status));
    }

    [Function(nameof(PostDeclarationReturn))]
    [Callers(Roles.Administrator)]
    public Task<IResult> PostDeclarationReturn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeclarationRoutes.Return)] HttpRequest request, DeclarationId declarationId,
        [DurableClient] DurableTaskClient client) =>
        DoAsync<ReturnForm>(
            request, client, declarationId, SentDeclaration.Return, (plan, ask) => acts.ReturnAsync(plan.Id, declarationId, ask), "declaration-returned");

    [Function(nameof(PostDeclarationWithdrawal))]
    [Callers(Roles.Units)]
    public Task<IResult> PostDeclarationWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeclarationRoutes.Withdraw)] HttpRequest request, DeclarationId declarationId,
        [DurableClient] DurableTaskClient client) =>
        DoAsync<ReasonForm>(
            request, client, declarationId, SentDeclaration.Withdraw, (plan, ask) => acts.WithdrawAsync(plan.Id, declarationId, ask),
            "declaration-withdrawn");

    [Function(nameof(PostDeclarationScan))]
    [TakesFiles]
    [Callers(Roles.Units)]
    public async Task<IResult> PostDeclarationScan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeclarationRoutes.Scan)] HttpRequest request, DeclarationId declarationId,
        [DurableClient] DurableTaskClient client)
    {
        Plan plan = await current.OfAsync(request);
        await acts.EnsureOwnAsync(plan.Id, declarationId, request.Caller(), request.HttpContext.RequestAborted);
        return await files.DoAsync(request, async (form, key) =>
        {
            UploadedFile file = await UploadReader.ReadScanAsync(
                form, new UploadDescription(EvidenceKind.SignedSheet, null, null), request.HttpContext.RequestAborted);
            await using Stream content = file.Content;
            await acts.AttachAsync(plan.Id, declarationId, read.Make(request, client, file, System.Text.Encoding.UTF8.GetBytes(file.Sha256), key));
            return PageAnswers.GoTo(request.Keep(DeclarationPaths.Of(declarationId)), "declaration-scan");
        }, (state, status) => ShowAsync(request, declarationId, state, status, SentDeclaration.Scan));
    }

    [Function(nameof(GetDeclarationScan))]
    [Callers(Roles.Units)]
    public async Task<IResult> GetDeclarationScan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DeclarationRoutes.Scan)] HttpRequest request, DeclarationId declarationId)
    {
        Plan plan = await current.OfAsync(request);
        (DeclarationScan scan, Stream content) = await acts.OpenScanAsync(plan.Id, declarationId, request.Caller(), request.HttpContext.RequestAborted);
        return Results.Stream(content, FileContent.MediaType(scan.Type), $"lop-don-vi-khai-{declarationId}.{scan.Type}".ToLowerInvariant());
    }

    private DateOnly Today => VietnamTime.DateOf(time.GetUtcNow());

    private async Task<IResult> DoAsync<TForm>(
        HttpRequest request, DurableTaskClient client, DeclarationId id, SentDeclaration sent, Func<Plan, Ask<TForm>, Task<DeclaredClass>> act,
        string done)
    {
        Plan plan = await current.OfAsync(request);
        return await posts.DoAsync<TForm>(request, client, async ask =>
        {
            await act(plan, ask);
            return PageAnswers.GoTo(request.Keep(DeclarationPaths.Of(id)), done);
        }, (state, status) => ShowAsync(request, id, state, status, sent));
    }

    // The paper may come with the form: looked at before anything is kept, kept after the class is.
    private async Task<DeclaredClass> WithScanAsync(HttpRequest request, DurableTaskClient client, Plan plan, Func<Task<DeclaredClass>> declare)
    {
        IFormCollection form = await PostedForm.ReadAsync(request);
        if (!form.Files.Any(f => f.FileName.Length > 0)) return await declare();
        UploadedFile file = await UploadReader.ReadScanAsync(
            form, new UploadDescription(EvidenceKind.SignedSheet, null, null), request.HttpContext.RequestAborted);
        await using Stream content = file.Content;
        DeclaredClass d = await declare();
        return await acts.AttachAsync(
            plan.Id, d.Id, read.Make(request, client, file, System.Text.Encoding.UTF8.GetBytes(file.Sha256), PostedForm.KeyOf(form) + "/scan"));
    }

    // What cannot be accepted any more is shown as it stands.
    private async Task<IResult> AcceptanceAsync(HttpRequest request, DeclarationId id, FormState state, int status)
    {
        Plan plan = await current.OfAsync(request);
        DeclaredClass d = await acts.GetAsync(plan.Id, id, request.HttpContext.RequestAborted);
        if (!request.Caller().MayAcceptDeclared() || d.Stage != DeclarationStage.Declared) return await ShowAsync(request, id, state, status);
        CancellationToken cancellation = request.HttpContext.RequestAborted;
        return answers.Page<DeclarationAcceptPage, DeclarationAcceptance>(request, new DeclarationAcceptance(
            plan, d, await OthersAsync(plan, d, cancellation), await years.OfAsync(plan, cancellation)), state, status);
    }

    private async Task<(Plan Plan, DeclarationFilter Filter, DeclaredClass[] Found, IReadOnlyList<DeclaredClass> All)> FoundAsync(HttpRequest request)
    {
        Plan plan = await current.OfAsync(request);
        DeclarationFilter filter = new(request.Text("don-vi"), request.Choice<DeclarationStage>("tinh-trang"));
        IReadOnlyList<DeclaredClass> all = await acts.ListAsync(plan.Id, request.HttpContext.RequestAborted);
        return (plan, filter, [.. all.Where(filter.Matches)], all);
    }

    private async Task<IResult> FormAsync(HttpRequest request, Plan plan, DeclaredClass? corrected, FormState state, int status)
    {
        Caller caller = request.Caller();
        YearStanding year = await years.OfAsync(plan, request.HttpContext.RequestAborted);
        return answers.Page<DeclarationFormPage, DeclarationEntry>(request, new DeclarationEntry(
            plan, [.. plan.Units.Where(u => caller.MayDeclareFor(u.Id))], caller.UnitId, Today, corrected, year), state.Closed("ethnicGroups"), status);
    }

    private async Task<IResult> ShowAsync(HttpRequest request, DeclarationId id, FormState state, int status, SentDeclaration? sent = null)
    {
        Plan plan = await current.OfAsync(request);
        DeclaredClass d = await acts.GetAsync(plan.Id, id, request.HttpContext.RequestAborted);
        Caller caller = request.Caller();
        IReadOnlyList<(string Name, string Path)> others = await OthersAsync(plan, d, request.HttpContext.RequestAborted);
        return answers.Page<DeclarationPage, DeclarationView>(request, new DeclarationView(
            plan, d, others,
            caller.MayDeclareFor(d.UnitId) && DeclarationDecisions.IsOpen(d), caller.MayAcceptDeclared() && d.Stage == DeclarationStage.Declared,
            caller.MayDeclareFor(d.UnitId), sent), state, status);
    }

    // What is in no list any more is named by its id.
    private async Task<IReadOnlyList<(string Name, string Path)>> OthersAsync(Plan plan, DeclaredClass d, CancellationToken cancellation)
    {
        IReadOnlyList<NeighbourClasses> known = await acts.OthersAsync(plan, d, cancellation);
        return
        [
            .. d.OtherThanIds.Select(id => known.Select(k => Named(k, id)).FirstOrDefault(n => n is not null)
                ?? (id, PlanLinks.Keep(DeclarationPaths.Of(new(id)), plan.Id))),
        ];
    }

    private (string Name, string Path)? Named(NeighbourClasses known, string id)
    {
        (string Name, string Path)? found = known.Classes.FirstOrDefault(c => c.Id.Value == id) is { } c
            ? (ClassNames.InShort(c, known.Plan, texts), ClassPaths.Of(c.Id))
            : known.Declared.FirstOrDefault(o => o.Id.Value == id) is { } other
                ? (DeclaredNames.InShort(other, known.Plan, texts), PlanLinks.Keep(DeclarationPaths.Of(other.Id), known.Plan.Id)) : null;
        return found is { } named ? (texts["declared.in-plan", ("name", named.Name), ("year", known.Plan.Year)], named.Path) : null;
    }
}
