select name.name from competition_name name where name.organisation = $organisation
