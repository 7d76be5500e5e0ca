using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Startup;

/// <summary>
/// What happens once before the app answers: tables and containers, the first administrator's key and code, the plan. Every part is
/// safe to repeat, as several instances may start at once.
/// </summary>
public sealed class Opening(
    RecordsStorage storage, PlanStore plans, PlanActs acts, ApiKeyStore keys, AccountStore accounts, PracticeClasses practice, PeopleKeyedAnew people, MailSettings mail, WebhookSettings webhook, ClientAddress addresses,
    ProtectionKeys protectionKeys, KeyProtection protection, VietnameseTexts texts,
    IConfiguration configuration, NtmOptions options, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        if ((mail.Problem ?? webhook.Problem ?? addresses.Problem) is { } problem) throw new StartRefusedException(texts.Console(problem));
        if (protection.IsShort) throw new StartRefusedException(texts.Console("protection-secret-short", ("least", KeyProtection.Shortest)));
        await storage.CreateAsync(cancellation);
        SealKeys();
        Plan? plan;
        if (await plans.ListAsync(cancellation) is [var known, ..])
        {
            plan = known;
            if (configuration["plan"] is { } file) Console.WriteLine(texts.Console("plan-kept", ("plan", plan.Id), ("file", file)));
        }
        else
        {
            plan = await FirstPlanAsync(cancellation);
        }

        await people.RunAsync(cancellation);
        // The code is what a person needs now; the key, for programs, may wait.
        await FirstCodeAsync(cancellation);
        await FirstKeyAsync(plan, cancellation);
    }

    private const int ShortestCode = 16;

    // A secret that was lost costs sessions and receipts, no record: said, not refused.
    private void SealKeys()
    {
        if (protectionKeys.Seal(protection) is > 0 and var lost) Console.Error.WriteLine(texts.Console("protection-keys-lost", ("count", lost)));
        if (!protection.IsOn) Console.WriteLine(texts.Console("protection-secret-missing"));
    }

    // Every host says where it answers; whoever reads this console can open it there.
    private string FirstPage => configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } host ? $"http://{host}{AccountPaths.First}" : AccountPaths.First;

    private async Task<Plan?> FirstPlanAsync(CancellationToken cancellation)
    {
        bool sample = configuration["plan"] is null && options.Practice;
        string? file = configuration["plan"] ?? (sample ? Path.Combine(AppContext.BaseDirectory, "plans", "caoloc-2024.json") : null);
        if (file is null)
        {
            Console.WriteLine(texts.Console("no-plan"));
            return null;
        }

        try
        {
            byte[] read = await File.ReadAllBytesAsync(file, cancellation);
            (Plan plan, IReadOnlyList<PlanOpenPoint> openPoints) = await acts.ImportAsync(read, new Actor("start"), cancellation);
            foreach (PlanOpenPoint open in openPoints.Where(_ => !sample))
                Console.WriteLine($"  {open.Path}: {texts.Field(open.Code, [])}");
            foreach (PlanWarning passed in PlanWindows.PassedOn(plan, VietnamTime.DateOf(time.GetUtcNow())).Where(_ => !sample))
                Console.WriteLine($"  {passed.Path}: {texts.Field(passed.Code, [.. passed.Parameters.Select(p => (p.Key, (object)p.Value))])}");
            if (sample) await practice.OpenAsync(plan, cancellation);
            return plan;
        }
        catch (PlanRefusedException refused)
        {
            foreach ((string path, string[] errors) in texts.PlanErrors(refused.Errors)) Console.Error.WriteLine($"  {path}: {string.Join(' ', errors)}");
            throw new StartRefusedException(texts.Console("plan-refused", ("file", file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(texts.Console("plan-unreadable", ("file", file)));
        }
    }

    // On Azure the key comes from the Key Vault by the setting; on one PC it is made here and shown once. Elsewhere the console is a log.
    private async Task FirstKeyAsync(Plan? plan, CancellationToken cancellation)
    {
        Caller first = new(Role.Administrator, plan is null ? "first" : plan.FindOffice(), "first-administrator");
        if (configuration["FirstAdministratorKey"] is { Length: > 0 } given)
        {
            if (given.Length is < ApiKeyStore.ShortestKey or > ApiKeyStore.LongestKey)
                throw new StartRefusedException(texts.Console("first-key-length", ("from", ApiKeyStore.ShortestKey), ("to", ApiKeyStore.LongestKey)));
            await keys.AddAsync(given, first, time.GetUtcNow(), cancellation);
        }
        // Whoever runs the app says so where its console is read by one person: then, and only then, secrets are made and shown.
        else if (options.ConsoleIsPrivate && (await keys.ListAsync(cancellation)).Count == 0)
        {
            string made = KeyActs.NewSecret();
            await keys.AddAsync(made, first, time.GetUtcNow(), cancellation);
            Console.WriteLine(texts.Console("first-key", ("key", made), ("header", Access.AccessMiddleware.KeyHeader)));
        }
    }

    // Whoever starts the app becomes its first administrator by a page; on Azure, where nobody sees the console, by the setting.
    private async Task FirstCodeAsync(CancellationToken cancellation)
    {
        if (await accounts.HasAdministratorAsync(cancellation)) return;
        string? given = configuration["FirstAdministratorCode"] is { Length: > 0 } set ? set : null;
        if (given is not null && given.Count(char.IsAsciiLetterOrDigit) < ShortestCode)
            throw new StartRefusedException(texts.Console("first-code-short", ("least", ShortestCode)));
        if (given is null && !options.ConsoleIsPrivate)
        {
            Console.WriteLine(texts.Console("first-code-none", ("path", AccountPaths.First)));
            return;
        }

        string code = given ?? SignInActs.NewFirstCode();
        await accounts.SetFirstCodeAsync(code, cancellation);
        if (given is null) Console.WriteLine(texts.Console("first-code", ("code", code), ("path", FirstPage)));
    }
}
