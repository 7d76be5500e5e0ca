using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace NtmServerless.Functions.Privacy;

/// <summary>What the office owes to everybody who registers.</summary>
public sealed class PrivacyPages(CurrentPlan current, PageAnswers answers, NtmOptions options)
{
    [Function(nameof(ShowPrivacyNotice))]
    [ForVillagers]
    [Public]
    public async Task<IResult> ShowPrivacyNotice([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = PrivacyRoutes.Notice)] HttpRequest request)
    {
        Plan? plan = await current.FindAsync(request);
        return answers.Page<PrivacyPage, PrivacyNotice>(request, new PrivacyNotice(
            plan?.IssuingBody,
            plan?.FindUnit(plan.FindOffice())?.Name,
            options.RetentionDays));
    }
}
