using SiteFactory.Cms.Hosting;

return await CmsProgram.RunAsync(args);
